import { CableChat } from "../../../src/components/cable-chat.ts";
import { ANA, FakeChat, shownMessage, VISITOR, WEBCHAT } from "../../support/fake-chat.ts";

/** The real element in a real browser, over a chat without a network whose state the test sets. */
class FakeCableChat extends CableChat {
  readonly chat = new FakeChat();

  protected override createChat(): FakeChat {
    return this.chat;
  }
}

FakeCableChat.define();

/** What a test finds on the page's `window`. */
export interface FakeWidgetScope {
  widget: FakeCableChat;
  shownMessage: typeof shownMessage;
  ANA: typeof ANA;
  VISITOR: typeof VISITOR;
  WEBCHAT: typeof WEBCHAT;
}

const widget = document.querySelector("cable-chat") as unknown as FakeCableChat;
Object.assign(window, { widget, shownMessage, ANA, VISITOR, WEBCHAT } satisfies FakeWidgetScope);
