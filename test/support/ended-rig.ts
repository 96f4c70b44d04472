import { ChatRig } from "./chat-rig.ts";
import { answer } from "./scripted-fetch.ts";

/** Its backend ends sessions: what is asked with an ended one is 401, and a new one has nothing to read. */
export class EndedRig extends ChatRig {
  readonly ended = new Set<string | null>();
  code = "session_expired";

  constructor(...args: ConstructorParameters<typeof ChatRig>) {
    super(...args);
    // Another secret each time, as in life.
    this.channel.random.bytes = (length) => crypto.getRandomValues(new Uint8Array(length));
  }

  /** The session ends; staff keep what was written, and the visitor's next one begins with nothing. */
  end(session: string | null = `Bearer ${this.stored}`): void {
    this.ended.add(session);
    this.beginConversation();
  }

  get stored(): string | undefined {
    return [...this.kept.values()][0];
  }

  protected override refuse(bearer: string | null): Response | null {
    return this.ended.has(bearer) ? answer({ code: this.code }, 401) : null;
  }
}

/** A returning visitor with one message of an agent, connected and caught up. */
export async function connected(): Promise<EndedRig> {
  const rig = new EndedRig({}, { returning: true });
  rig.commit(1);
  rig.chat.start();
  await rig.connect();
  await rig.channel.world.advance(2_000);
  return rig;
}

export async function noticed(rig: EndedRig): Promise<void> {
  rig.lookAgain();
  await rig.channel.world.advance(5_000);
}
