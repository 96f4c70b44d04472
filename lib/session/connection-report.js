/** One honest word for all that goes on below. */
export function connectionStatus(facts) {
    const { channel, retryInMs } = facts;
    if (facts.confirmed)
        return { state: "connected", caughtUp: facts.caughtUp };
    if (channel.state === "closed")
        return channel;
    if (!facts.booting && channel.state === "idle")
        return { state: "idle" };
    if (!facts.online)
        return { state: "offline" };
    if (channel.state === "waiting")
        return { ...channel, state: "reconnecting" };
    const attempt = channel.state === "connecting" ? channel.attempt : 0;
    if (facts.wasConfirmed || attempt > 0 || retryInMs !== null)
        return { state: "reconnecting", attempt, retryInMs };
    return { state: "connecting" };
}
//# sourceMappingURL=connection-report.js.map