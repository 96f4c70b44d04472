import { createCable } from "@anycable/web";
import { Peer } from "./peer.ts";

// As the readme of @anycable/web writes it, with its defaults.
const peer = new Peer();
const channel = createCable(peer.config.cable).subscribeTo("WebchatChannel", peer.params);
channel.on("connect", () => void peer.connected());
channel.on("disconnect", peer.disconnected);
channel.on("message", peer.received);
