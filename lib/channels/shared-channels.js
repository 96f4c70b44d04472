import { ApplicationChannel } from "./application-channel.js";
const channels = new WeakMap();
/** The one `ApplicationChannel` of this page for a cable URL, whatever the number of widgets. The first one's options hold. */
export function sharedChannel(url, ports, options) {
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
//# sourceMappingURL=shared-channels.js.map