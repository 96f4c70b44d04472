import type { CableChat } from "../../../src/components/cable-chat.ts";
import type { MeasuredPage } from "./peer.ts";

/** What the bench calls on the page with the widget. */
export interface WidgetPage extends MeasuredPage {
  /** Writes the first message, and waits until the conversation is followed. @returns its id */
  begin(): Promise<string>;
}

const page = window as unknown as { -readonly [Name in keyof WidgetPage]: WidgetPage[Name] };

page.begin = async () => {
  await customElements.whenDefined("cable-chat");
  const chat = widget();
  const followed = until(chat, () => caughtUp(chat));
  chat.send("Hello");
  await followed;
  return chat.conversation?.id ?? "";
};

page.recovered = (id) => {
  const chat = widget();
  return until(chat, () => caughtUp(chat) && chat.messages.some((message) => message.id === id));
};

function widget(): CableChat {
  const chat = document.querySelector<CableChat>("cable-chat");
  if (!chat) throw new Error("There is no widget on the page.");
  return chat;
}

function caughtUp({ connection }: CableChat): boolean {
  return connection.state === "connected" && connection.caughtUp;
}

function until(chat: CableChat, condition: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const look = () => {
      if (!condition()) return;
      listening.abort();
      resolve(Date.now());
    };
    for (const event of ["connection", "message", "catchup"]) {
      chat.addEventListener(`cablechat:${event}`, look, { signal: listening.signal });
    }
    look();
  });
}
