import type { Identity, WebchatsAPI } from "../api/webchats-api.ts";
import type { SessionKeeper } from "./session-keeper.ts";

export type Attributes = NonNullable<Identity["attributes"]>;

export interface ContactOptions {
  api: WebchatsAPI;
  keeper: SessionKeeper;
  signal: AbortSignal;
}

/** Who the visitor is to the host application. */
export class Contact {
  readonly #options: ContactOptions;
  #identity: Identity | null = null;
  #attributes: Attributes = {};

  constructor(options: ContactOptions) {
    this.#options = options;
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then */
  async identify(identity: Identity): Promise<void> {
    const { api, keeper, signal } = this.#options;
    const session = await keeper.ensure(signal);
    const attributes = { ...this.#attributes, ...identity.attributes };
    await api.identify(session, { ...identity, attributes }, signal);
    this.#identity = identity;
    this.#attributes = attributes;
  }

  /** @returns whether the backend was told; before `identify()` it is kept until then */
  async setAttributes(attributes: Attributes): Promise<boolean> {
    this.#attributes = { ...this.#attributes, ...attributes };
    if (this.#identity) await this.identify(this.#identity);
    return this.#identity !== null;
  }

  forget(): void {
    this.#identity = null;
    this.#attributes = {};
  }
}
