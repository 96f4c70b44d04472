/** One honest word for all that goes on below. */
export function connectionStatus(facts) {
    const { bootstrap, channel, thread } = facts;
    const { retryInMs } = bootstrap;
    if (channel.state === "closed")
        return channel;
    if (!bootstrap.running && channel.state === "idle")
        return { state: "idle" };
    // Before what the socket says: it does not know yet.
    if (!facts.online)
        return { state: "offline" };
    if (thread?.confirmed)
        return { state: "connected", caughtUp: thread.caughtUp };
    if (thread?.caughtUp)
        return { state: "polling" };
    if (channel.state === "waiting")
        return { ...channel, state: "reconnecting" };
    const attempt = channel.state === "connecting" ? channel.attempt : 0;
    if (facts.wasConfirmed || attempt > 0 || retryInMs !== null)
        return { state: "reconnecting", attempt, retryInMs };
    return { state: "connecting" };
}
//# sourceMappingURL=connection-report.js.map