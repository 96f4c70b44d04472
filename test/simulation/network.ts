import type { CableSocketEvents } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import type { Backend } from "./backend.ts";
import type { Json } from "./backend-conversation.ts";
import { Conditions, type Refusal, type ServerCrash } from "./conditions.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { SimPage } from "./sim-page.ts";
import { SimRequest } from "./sim-request.ts";
import { SimSocket } from "./sim-socket.ts";

export interface NetworkOptions {
  /** Broadcasts take up to so much longer than others of the same moment, in milliseconds. */
  reorderMs: number;
  /** How often a broadcast comes twice. */
  duplicateChance: number;
}

const VANISHING = 0.7;

/** What lies between the pages and the backend, and does to both what networks do. All chance comes from the seed. */
export class Network {
  readonly conditions = new Conditions();
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly backend: Backend;
  /** Notes what happens. */
  readonly tell: (what: () => string) => void;
  /** The sockets the server believes in. */
  readonly attached = new Set<SimSocket>();
  /** The client ids of messages that were refused for good. */
  readonly refused = new Set<string>();
  readonly #options: NetworkOptions;
  readonly #sockets = new Set<SimSocket>();

  constructor(
    world: { clock: VirtualClock; random: SeededRandom; backend: Backend; tell: (what: () => string) => void },
    options: NetworkOptions,
  ) {
    this.clock = world.clock;
    this.random = world.random;
    this.backend = world.backend;
    this.tell = world.tell;
    this.#options = options;
  }

  get down(): boolean {
    return this.clock.now() < this.conditions.downUntil;
  }

  /** How the server refuses right now; `null` where it does not. */
  get refusal(): Refusal | null {
    return this.clock.now() < this.conditions.refusingUntil ? this.conditions.refusal : null;
  }

  openSocket(page: SimPage, events: CableSocketEvents): SimSocket {
    const socket = new SimSocket(this, page, events);
    page.monitor.socketOpened(socket);
    for (const known of this.#sockets) if (known.over) this.#sockets.delete(known);
    this.#sockets.add(socket);
    return socket;
  }

  fetch(page: SimPage, url: string, init: RequestInit): Promise<Response> {
    // The last of what ran there when its process died.
    if (!page.alive) return new Promise(() => undefined);
    return new SimRequest(this, page, url, init).response;
  }

  /** The backend has committed something and tells whoever listens. */
  broadcast(conversation: string, frame: Json): void {
    this.tell(() => `backend ${conversation}: ${JSON.stringify(frame).slice(0, 110)}`);
    if (this.down || this.crash("before-broadcast")) return;
    if (this.clock.now() < this.conditions.vanishUntil && this.random.chance(VANISHING)) return;
    const damage = this.conditions.damages.shift() ?? null;
    for (const socket of this.attached) socket.broadcast(conversation, frame, damage);
  }

  /** Every socket ends, and both sides learn of it. */
  drop(): void {
    for (const socket of this.#sockets) if (!socket.over) socket.sever(false);
  }

  /** Every socket falls silent, and nobody is told. @param page only this one's */
  halfOpen(page?: SimPage): void {
    for (const socket of this.#sockets) if (!page || socket.page === page) socket.goDark();
  }

  /** The server dies now, if it is to die here. @returns whether it did */
  crash(at: ServerCrash["at"]): boolean {
    const { serverCrash } = this.conditions;
    if (serverCrash?.at !== at) return false;
    this.conditions.serverCrash = null;
    this.tell(() => `server dies ${at}`);
    this.takeDown(serverCrash.ms, { farewell: false, answers503: serverCrash.answers503 });
    return true;
  }

  /** The server stops for a while; replies under way end as failed. */
  takeDown(forMs: number, how: { farewell: boolean; answers503: boolean }): void {
    for (const socket of this.#sockets) if (!socket.over) socket.sever(how.farewell);
    this.conditions.downUntil = this.clock.now() + forMs;
    this.conditions.downAnswers503 = how.answers503;
    this.backend.failStreaming();
  }

  endSession(session: string, told: boolean): void {
    for (const socket of this.attached) socket.endSession(session, told);
  }

  setOffline(offline: boolean): void {
    this.conditions.offline = offline;
    if (offline) this.halfOpen();
  }

  /** A page has died without a word; its machine resets what it had open. */
  forget(page: SimPage): void {
    for (const socket of this.#sockets) if (socket.page === page) socket.abandon();
  }

  latencyMs(): number {
    return this.random.between(4, 60);
  }

  broadcastDelayMs(): number {
    return this.random.between(4, 30) + this.random.below(this.#options.reorderMs + 1);
  }

  duplicates(): boolean {
    return this.random.chance(this.#options.duplicateChance);
  }
}
