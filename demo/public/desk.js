/** Signs an agent in for the life of this tab. The token never gets into a URL. */
const TOKEN_KEY = "cablechat-demo:agent-token";
const NAME_KEY = "cablechat-demo:agent-name";

const desk = document.getElementById("desk");
const form = document.getElementById("sign-in");
const wrong = document.getElementById("wrong");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { token, name } = Object.fromEntries(new FormData(form));
  sessionStorage.setItem(TOKEN_KEY, token.trim());
  sessionStorage.setItem(NAME_KEY, name.trim() || "Agent");
  form.reset();
  wrong.textContent = "";
  signIn();
});

desk.addEventListener("cablechat:sign-out", () => leave(""));
desk.addEventListener("cablechat:error", ({ detail: { error } }) => {
  if (error.code === "invalid_token" && desk.token) {
    leave("The server does not know this token. Copy it from the terminal the server was started in.");
  }
});
desk.addEventListener("cablechat:unread", ({ detail: { count } }) => {
  document.title = count > 0 ? `(${count}) Desk` : "Desk";
});

signIn();

function signIn() {
  const token = sessionStorage.getItem(TOKEN_KEY);
  const signedIn = token !== null && token !== "";
  form.hidden = signedIn;
  desk.hidden = !signedIn;
  if (signedIn) {
    desk.agentName = sessionStorage.getItem(NAME_KEY) ?? "Agent";
    desk.token = token;
  } else document.getElementById("token").focus();
}

function leave(reason) {
  sessionStorage.removeItem(TOKEN_KEY);
  desk.token = null;
  document.title = "Desk";
  wrong.textContent = reason;
  signIn();
}
