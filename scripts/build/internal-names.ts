/**
 * Properties that only the panel's own code knows: in its bundles the build gives each a name of one or two letters,
 * 0.6 KB less. What a page, a backend, a storage or the loader knows by name has no place here, nor has what is looked
 * up by a text: test/unit/scripts/internal-names.test.ts holds the list to it.
 */
export const INTERNAL_NAMES: readonly string[] = `
  acknowledge addController allowReconnect api applyDelta attach attention authors backAt baseMs begin
  byClientId byId clearReceived delayMs delayed doubt doubtLine emptyText
  emptyTitle ensure fail followed fraction getProtocol hasHole heard heldMs holdOff hostDisconnected hostUpdate
  hostUpdated hurry ifLive inputLabel installEventHandlers interrupted isProtocolSupported isRunning isShared isStale isState
  keepInside kick learn leave lifecycle lockName logger lostCursor maxMs 
  monitor moveInOnOpen newMessages nodes notSent notifyAll olderFailed onDisconnect onInput onInserted onKeydown onReceived
  onRejected onScroll onSubmit onSubscriptionConfirmed owe owner perform problemNotHere problemOther
  problemTitle problemUnreachable progressed putPending reconnectAttempted reconnectAttempts
  reconnected recordConnect recordDisconnect recordMessage removePending reopenDelay report
  requestSoon requestUpdate scrollToNewest sendable sentTo setApplication setForeground setOpen setStopping shares signedOut startOver stopReply
  subprotocols subscriptions takeHistory today triedToReconnect tryAgain typists uninstallEventHandlers unseen
  untilOver upsert wasConfirmed webSocket welcomed willAttemptReconnect willUpdate writing you
`
  .trim()
  .split(/\s+/);
