import { createConsumer } from "@rails/actioncable";
import { PeerChat } from "./peer-chat.ts";

// As the Rails guide (Action Cable Overview, "Client-Side Components") writes it.
const { config, params, connected, received } = new PeerChat();
createConsumer(config.cable).subscriptions.create(
  { channel: "WebchatChannel", ...params },
  { connected: () => void connected(), received },
);
