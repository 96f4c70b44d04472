/**
 * Spelled like something of a browser's, like a word of the documents, or like an event's name, which the panel's code
 * does not use as such; or a port, which only the package lets a page bring. Read before one is added here whether it might.
 */
export const HOMONYMS: readonly string[] = words(`
  afterId application ask attach beforeId bootstrap changed confirmed confirmSubscription consumer contact controller detach disconnected draw emit enqueue
  events follow fraction gone held inputs inserted keeper listen lost memoryOnly oldest opened outbox outboxStorage over owners poll ports prepend reader
  refresh refused rejected renderRoot restart running shown socket store tabChannel thread typed unreadable wake webchats
`);

/**
 * Properties that only the panel's own code knows: in its bundles the build gives each a name of one or two letters,
 * 0.8 KB less. What a page, a backend, a storage, another tab or the loader knows by name has no place here, nor has what
 * is looked up by a text: test/unit/scripts/internal-names.test.ts holds the list to it.
 */
export const INTERNAL_NAMES: readonly string[] = [
  ...HOMONYMS,
  ...words(`
  acknowledge addController api applyDelta attention authors backAt baseMs begin byClientId
  byId clearReceived delayed delayMs doubt doubtLine emptyText emptyTitle enclosures ensure fail followed forgetVisitor
  hasHole heard heldMs holdOff hostDisconnected hostUpdate hostUpdated hurry ifLive inputLabel
  installEventHandlers interrupted introduce introduced isKnown isPast isPolling isShared isStale isStopping
  keepInside kick learn leave life lifecycle lockName lostCursor maxMs monitor moveInOnOpen newMessages
  notSent ofTyping olderFailed onDisconnect onEnded onInput onInserted onKeydown onReceived onRefused onRejected onScroll
  onSubmit onSubscriptionConfirmed owe perform problemNotHere problemOther problemRefused problemTitle progressed putPast putPending removePending reopenDelay report requestSoon requestUpdate scrollToNewest
  sendable sentTo setApplication setAside setForeground setOpen setStopping settle shares signedOut signIn socketLost
  startOver stopReply subprotocols subscriptions takeBack takeHistory today tryAgain typists unseen untilOver upsert
  visitors wasConfirmed webSocket welcomed whyRefused willUpdate writing you
`),
];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
