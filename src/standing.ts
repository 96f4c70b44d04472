import type { ConnectionStatus } from "./core/connection-status.ts";
import { CablechatError, type CablechatErrorCode } from "./core/errors.ts";
import { Sending } from "./sending.ts";
import type { BootstrapLoop } from "./session/bootstrap-loop.ts";
import { connectionStatus } from "./session/connection-report.ts";
import type { Typing } from "./session/typing.ts";
import type { Thread } from "./thread.ts";

/** So often in a row a bootstrap may tell why the server has refused. */
const MAX_REFRESHES = 3;

/** How it stands between a visitor and the backend: the connection, and what keeps the chat from working. */
export abstract class Standing extends Sending {
  connection: ConnectionStatus = { state: "idle" };
  /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
  problem: CablechatError | null = null;
  declare protected bootstrap: BootstrapLoop;
  protected thread: Thread | null = null;
  /** Since the visitor began. */
  protected wasConfirmed = false;
  /** Why no further attempt is made. */
  protected whyRefused: string | null = null;
  /** Fetched when first somebody types, here or on the other side. */
  protected typists: Typing | null = null;
  #fetchingTypists: Promise<void> | null = null;
  /** How often in a row the server has refused. */
  #refusals = 0;

  protected get followed(): string | null | undefined {
    return this.thread?.followed;
  }

  protected override fail(error: CablechatError): void {
    if (error.code !== "aborted") this.events.emit("error", { error });
    this.progressed();
  }

  /**
   * The conversation, the session or a token may not be what it was; a bootstrap tells. Not for ever: a wrong set-up
   * never heals.
   */
  protected onRefused(code: CablechatErrorCode, reason: string): void {
    const error = new CablechatError(code, `Refused: ${reason}.`);
    this.thread?.leave();
    // Whoever was told may have ended it all.
    if (this.over) return;
    this.#refusals += 1;
    if (this.#refusals <= MAX_REFRESHES) this.startOver();
    else {
      this.whyRefused = reason;
      this.problem = error;
    }
    this.fail(error);
  }

  protected progressed(): void {
    if (this.over) return;
    const { thread } = this;
    if (thread?.confirmed) {
      this.wasConfirmed = true;
      if (thread.caughtUp) this.#refusals = 0;
    }
    const status = connectionStatus({
      online: this.ports.lifecycle.online,
      bootstrap: this.bootstrap,
      channel: this.whyRefused
        ? { state: "closed", reason: this.whyRefused }
        : (this.followed && this.application?.status) || { state: "idle" },
      thread,
      wasConfirmed: this.wasConfirmed,
    });
    if (JSON.stringify(status) !== JSON.stringify(this.connection)) {
      this.connection = status;
      this.events.emit("connection", status);
    }
    this.changed();
  }

  /** In the order told. Until somebody has begun there is nothing to end. */
  protected ofTyping(what: (typists: Typing) => void, begins = false): void {
    if (this.typists) return what(this.typists);
    if (begins) {
      this.#fetchingTypists ??= import("./session/typing.ts").then(({ Typing }) => {
        this.typists = new Typing(this.ports.clock, {
          changed: () => this.changed(),
          tell: (state) => this.thread?.perform("typing", { state }),
        });
      });
    }
    this.#fetchingTypists?.then(
      () => this.typists && !this.over && what(this.typists),
      // The named case: it does not load. Nobody hears of typing then.
      () => undefined,
    );
  }

  /** What is known is wrong: the bootstrap tells anew. */
  protected abstract startOver(): void;
}
