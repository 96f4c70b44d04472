import type { Ports } from "../core/ports.js";
import { ApplicationChannel, type CableUrl } from "./application-channel.js";
import type { ReconnectOptions } from "./reconnect-delay.js";
/** The one `ApplicationChannel` of this page for a cable URL, whatever the number of widgets. The first one's options hold. */
export declare function sharedChannel(url: CableUrl, ports: Ports, options: ReconnectOptions): ApplicationChannel;
