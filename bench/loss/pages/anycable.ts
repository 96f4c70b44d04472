import { createCable } from "@anycable/web";
import { PeerChat } from "./peer-chat.ts";

// As the readme of @anycable/web writes it, with its defaults. Its extended protocol, which replays what was missed,
// needs AnyCable's own server with a broker; any other Action Cable server speaks the base protocol.
const { config, params, connected, received } = new PeerChat();
const channel = createCable(config.cable).subscribeTo("WebchatChannel", params);
channel.on("connect", () => void connected());
channel.on("message", received);
