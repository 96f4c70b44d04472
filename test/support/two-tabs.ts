import { ChatRig } from "./chat-rig.ts";

/** Two tabs of a returning visitor, connected and caught up, with one message of an agent that is read. */
export async function twoTabs(): Promise<[ChatRig, ChatRig]> {
  const one = new ChatRig({}, { returning: true });
  one.commit(1);
  const two = new ChatRig({}, { beside: one });
  for (const { chat } of [one, two]) chat.start();
  for (const rig of [one, two]) await rig.connect();
  one.chat.open();
  await one.settle();
  one.chat.close();
  for (const { events } of [one, two]) events.length = 0;
  return [one, two];
}

/** As where a network takes the requests and gives nothing back. */
export function silent(): Promise<never> {
  return new Promise(() => undefined);
}
