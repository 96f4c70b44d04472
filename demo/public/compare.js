/**
 * Holds what is shown against what is stored, from the first message shown on (older ones are loaded by scrolling up).
 *
 * @param {readonly { id: string | null, clientId: string | null }[]} shown in the order shown; `id` is null while unsent
 * @param {readonly { id: string, client_id: string | null }[]} stored in the order of their creation
 * @returns {{ missing: number, doubled: number, disordered: boolean, loaded: number }}
 */
export function compare(shown, stored) {
  const ids = shown.flatMap(({ id }) => (id === null ? [] : [id]));
  const from = stored.findIndex(({ id }) => id === ids[0]);
  const loaded = from === -1 ? [] : stored.slice(from);
  const known = new Set(ids);
  const expected = loaded.map(({ id }) => id);
  const present = expected.filter((id) => known.has(id));
  return {
    missing: (from === -1 ? stored.length : expected.length) - present.length,
    doubled: doubles(ids) + doubles(stored.flatMap(({ client_id }) => client_id ?? [])),
    disordered: [...known].filter((id) => expected.includes(id)).join() !== present.join(),
    loaded: present.length,
  };
}

function doubles(values) {
  return values.length - new Set(values).size;
}
