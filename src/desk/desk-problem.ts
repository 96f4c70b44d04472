import { html, type TemplateResult } from "lit";
import { problemText } from "../components/problem/problem.ts";
import type { CablechatError } from "../core/errors.ts";
import { deskStrings } from "../locales/desk-en.ts";

/** What keeps the desk from working, in place of everything else. @param signedIn whether a token was given */
export function renderDeskProblem(error: CablechatError, signedIn: boolean, onSignIn: () => void): TemplateResult {
  const { title, text } = wordsOf(error, signedIn);
  return html`<div class="whole">
    <div class="blank" part="problem" role="alert">
      <h2>${title}</h2>
      <p>${text}</p>
      ${
        signedIn && error.code === "invalid_token"
          ? html`<button class="quiet primary" type="button" @click=${onSignIn}>${deskStrings.signInAgain}</button>`
          : ""
      }
    </div>
  </div>`;
}

/** Why a call has failed, in words for an agent: the server's own where it has answered with some. */
export function reasonOf(error: CablechatError): string {
  const complaints = Object.values(error.fields).flat();
  if (complaints.length > 0) return complaints.join(" ");
  return error.status === undefined ? problemText(error) : error.message;
}

function wordsOf(error: CablechatError, signedIn: boolean): { title: string; text: string } {
  switch (error.code) {
    case "invalid_token":
      return signedIn
        ? { title: deskStrings.tokenWrongTitle, text: deskStrings.tokenWrong }
        : { title: deskStrings.tokenMissingTitle, text: deskStrings.tokenMissing };
    case "unknown_webchat":
      return { title: deskStrings.misconfiguredTitle, text: deskStrings.unknownWebchat };
    case "origin_not_allowed":
      return { title: deskStrings.misconfiguredTitle, text: deskStrings.originRefused };
    case "invalid_configuration":
      return { title: deskStrings.misconfiguredTitle, text: error.message };
    default:
      return { title: deskStrings.misconfiguredTitle, text: problemText(error) };
  }
}
