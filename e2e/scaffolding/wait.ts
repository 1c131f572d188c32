// SPDX-License-Identifier: Apache-2.0

// Waiting with an end.

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects with a plain sentence if the promise takes longer than it may. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again until the answer is neither `undefined`, `null` nor `false`. */
export async function until<T>(
  what: string,
  withinMs: number,
  ask: () => Promise<T | undefined | null | false>,
  everyMs = 250,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await within(Math.max(1_000, deadline - Date.now()), what, ask());
      if (answer !== undefined && answer !== null && answer !== false) {
        return answer as T;
      }
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= deadline) {
      throw new Error(`${what}: not within ${withinMs / 1000} s (last: ${String(last)})`);
    }
    await sleep(everyMs);
  }
}
