/** Stands in for test/simulation/search-worker.ts: finds something under seed 2, dies under seed 12, and else nothing. */
process.on("message", (batch) => {
  const { seed } = batch as { seed: number };
  if (seed === 12) process.exit(3);
  process.send?.({ found: seed === 2 ? { violations: ["a promise"], report: `found under seed ${seed}` } : null });
});
