import fastCheck from 'fast-check';
import { Script } from 'node:vm';
import type { Mutant } from './mutants.ts';
import type { SourceTree } from './modules.ts';
import { firstFailure, specCollector } from './specs.ts';

/** What the switches of the mutants ask, under the name they ask it by. */
interface Switches {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: object } | undefined;
}

const switches: Switches = {};
/** A mutant that turns in a circle is found out; a body of the domain takes a few milliseconds. */
const TIME_OUT_MILLISECONDS = 10_000;
const HIT_LIMIT = 200_000;
const ask = new Script('globalThis.__specification()');

/** A trial: specifications against mutants, one after the other, in this process. */
export class Trial {
  private readonly coverers = new Map<string, string[]>();
  private readonly tree: SourceTree;
  private readonly specs: readonly string[];

  constructor(tree: SourceTree, specs: readonly string[]) {
    this.tree = tree;
    this.specs = specs;
    Object.assign(globalThis, { __stryker__: switches });
    // The same examples every time, and none looked for that is smaller.
    fastCheck.configureGlobal({ seed: 20260901, endOnFailure: true });
  }

  /** Runs every specification without a mutant and keeps which mutants each one meets. Throws when one fails. */
  prepare(): void {
    for (const spec of this.specs) {
      switches.mutantCoverage = { static: {}, perTest: {} };
      const failure = this.failureOf(spec);
      if (failure !== null) throw new Error(`${spec} fails without any mutant: ${failure.message}`);
      for (const id of Object.keys(switches.mutantCoverage.static)) {
        this.coverers.set(id, [...(this.coverers.get(id) ?? []), spec]);
      }
    }
    switches.mutantCoverage = undefined;
  }

  /** Whether some specification notices; those of the mutant's own folder are asked first. */
  isNoticed({ id, file }: Mutant): boolean {
    const folder = `/${file.split('/')[0]}/`;
    const own = (spec: string): number =>
      spec.includes(file.replace('.ts', '.spec.ts')) ? 0 : spec.includes(folder) ? 1 : 2;
    const specs = (this.coverers.get(id) ?? []).sort((one, other) => own(one) - own(other));
    switches.activeMutant = id;
    const noticed = specs.some((spec) => this.failureOf(spec) !== null);
    switches.activeMutant = undefined;
    return noticed;
  }

  isMet({ id }: Mutant): boolean {
    return this.coverers.has(id);
  }

  private failureOf(spec: string): Error | null {
    Object.assign(switches, { hitCount: 0, hitLimit: HIT_LIMIT });
    const { bodies, globals } = specCollector();
    const run = (): Error | null => {
      this.tree.loader({ '@jest/globals': globals, 'fast-check': fastCheck })(spec);
      return firstFailure(bodies);
    };
    Object.assign(globalThis, { __specification: run });
    try {
      return ask.runInThisContext({ timeout: TIME_OUT_MILLISECONDS }) as Error | null;
    } catch (failure) {
      return failure instanceof Error ? failure : new Error(String(failure));
    }
  }
}
