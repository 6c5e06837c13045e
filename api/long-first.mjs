import Sequencer from '@jest/test-sequencer';

/**
 * The specifications that take longest, by seconds on a quiet machine. Begun first, they end while the short ones are run beside
 * them: in a fresh clone Jest knows of a file nothing but its size.
 */
const LONGEST = [
  'picture-floods',
  'hidden-fields',
  'guards',
  'fuzz',
  'administrators',
  'order-bulk-files-documents',
  'order-walk',
  'migrations',
  'permission-matrix',
  'sign-in-windows',
  'submission-in-parallel',
  'convention-walk',
];

export default class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
