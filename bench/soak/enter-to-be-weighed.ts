import { enterCablechat } from "../loss/enter-cablechat.ts";
import type { Arena, EnteredChat } from "../loss/stage.ts";

/**
 * The widget, with what the visitor writes put into the composer by value. Of what is typed Chromium itself keeps two nodes
 * a text for undo, in any text field and a thousand times over, and they would be weighed as the page's.
 */
export async function enterToBeWeighed(arena: Arena): Promise<EnteredChat> {
  const chat = await enterCablechat(arena);
  const { input } = chat.widget;
  return {
    ...chat,
    write: async (text) => {
      await input.evaluate((field, value) => {
        (field as HTMLTextAreaElement).value = value;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }, text);
      await input.press("Enter");
    },
  };
}
