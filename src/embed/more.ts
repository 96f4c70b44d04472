import { underLease } from "../browser/lease.ts";
import { createExtras } from "../components/extras/create-extras.ts";
import { problemText } from "../components/problem/problem.ts";
import { createTyping } from "../components/typing/create-typing.ts";
import { wrongAttribute } from "../components/wrong-attribute.ts";
import { sendFiles } from "../send-files.ts";
import { Contact } from "../session/contact.ts";
import { Typing } from "../session/typing.ts";

/** Of this script and the panel's; the build puts it in (scripts/build/build-dist.ts). */
declare const BUILD: string;

// dist/cablechat-more.js: what few visitors need of the element, fetched when one does. In the sources, and in the npm
// package, each of these is a module of its own that is imported when it is needed.
// Under the name of its build: a panel of another one leaves it alone.
const scope = window as { Cablechat?: object };
scope.Cablechat = Object.assign(scope.Cablechat ?? {}, {
  [`more${BUILD}`]: { Contact, createExtras, createTyping, problemText, sendFiles, Typing, underLease, wrongAttribute },
});
