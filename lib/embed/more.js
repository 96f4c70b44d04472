import { underLease } from "../browser/lease.js";
import { createExtras } from "../components/extras/create-extras.js";
import { problemText } from "../components/problem/problem.js";
import { createTyping } from "../components/typing/create-typing.js";
import { wrongAttribute } from "../components/wrong-attribute.js";
import { sendFiles } from "../send-files.js";
import { Contact } from "../session/contact.js";
import { Typing } from "../session/typing.js";
// dist/cablechat-more.js: what few visitors need of the element, fetched when one does. In the sources, and in the npm
// package, each of these is a module of its own that is imported when it is needed.
// Under the name of its build: a panel of another one leaves it alone.
const scope = window;
scope.Cablechat = Object.assign(scope.Cablechat ?? {}, {
    [`more${BUILD}`]: { Contact, createExtras, createTyping, problemText, sendFiles, Typing, underLease, wrongAttribute },
});
//# sourceMappingURL=more.js.map