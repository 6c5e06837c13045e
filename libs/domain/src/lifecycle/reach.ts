import type { Lifecycle } from './lifecycle.js';

type Moves = Lifecycle['moves'];

/** The states that are come to from one of these by such moves alone, itself included. */
export function reachedBy(moves: Moves, from: string, takes: (move: Moves[number]) => boolean): ReadonlySet<string> {
  const reached = new Set([from]);
  // A set is walked over what is added to it on the way.
  for (const state of reached)
    for (const move of moves) if (move.state === state && takes(move)) reached.add(move.next);
  return reached;
}
