import type { CableConsumer, Ports } from "../core/ports.ts";
import { ApplicationChannel, type CableUrl } from "./application-channel.ts";
import type { ReconnectOptions } from "./reconnect-delay.ts";

const channels = new WeakMap<CableConsumer, Map<CableUrl, ApplicationChannel>>();

/** The one `ApplicationChannel` of this page for a cable URL, whatever the number of widgets. The first one's options hold. */
export function sharedChannel(url: CableUrl, ports: Ports, options: ReconnectOptions): ApplicationChannel {
  let ofPage = channels.get(ports.consumer);
  if (!ofPage) {
    ofPage = new Map();
    channels.set(ports.consumer, ofPage);
  }
  let channel = ofPage.get(url);
  if (!channel) {
    channel = new ApplicationChannel(url, ports, options);
    ofPage.set(url, channel);
  }
  return channel;
}
