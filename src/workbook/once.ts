/**
 * Works something out once for the same things it rests on (只算一次): a set of documents asks for the same gaps, the same
 * fingerprint and the same comparison of schools again and again. The first of `basis` keeps the answer alive, and no longer.
 */
export function once<From, Found>(basis: (from: From) => readonly [object, ...unknown[]], work: (from: From) => Found): (from: From) => Found {
  const known = new WeakMap<object, { readonly on: readonly unknown[]; readonly found: Found }>();
  return (from) => {
    const on = basis(from);
    const last = known.get(on[0]);
    if (last?.on.every((one, index) => one === on[index])) return last.found;
    const found = work(from);
    known.set(on[0], { on, found });
    return found;
  };
}
