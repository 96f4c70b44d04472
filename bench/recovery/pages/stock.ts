import { createConsumer } from "@rails/actioncable";
import { Peer } from "./peer.ts";

// As the Rails guide (Action Cable Overview, "Client-Side Components") writes it.
const peer = new Peer();
const { connected, disconnected, received } = peer;
createConsumer(peer.config.cable).subscriptions.create(
  { channel: "WebchatChannel", ...peer.params },
  { connected: () => void connected(), disconnected, received },
);
