import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

type Exports = Record<string, unknown>;
type Load = (path: string) => Exports;

const require = createRequire(import.meta.url);

/**
 * A source tree whose modules are compiled once and evaluated anew as often as asked: a table at the top of a file is
 * built again for every mutant.
 */
export class SourceTree {
  private readonly scripts = new Map<string, Script>();
  private readonly replaced = new Map<string, string>();

  /** Gives a file another content than the disk has. */
  replace(path: string, content: string): void {
    this.replaced.set(path, content);
    this.scripts.delete(path);
  }

  /** Evaluates modules once each, `given` standing for packages by name. */
  loader(given: Record<string, unknown>): Load {
    const loaded = new Map<string, Exports>();
    const load: Load = (path) => {
      const known = loaded.get(path);
      if (known !== undefined) return known;
      const module = { exports: {} as Exports };
      loaded.set(path, module.exports);
      const need = (name: string): unknown =>
        name.startsWith('.') ? load(sourceOf(dirname(path), name)) : (given[name] ?? require(name));
      const run = this.compiled(path).runInThisContext() as (exports: Exports, need: unknown) => void;
      run(module.exports, need);
      return module.exports;
    };
    return load;
  }

  private compiled(path: string): Script {
    const known = this.scripts.get(path);
    if (known !== undefined) return known;
    const content = this.replaced.get(path) ?? readFileSync(path, 'utf8');
    const { code } = transformSync(content, {
      filename: path,
      swcrc: false,
      configFile: false,
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const script = new Script(`(function (exports, require) {${code}\n})`, { filename: path });
    this.scripts.set(path, script);
    return script;
  }
}

function sourceOf(folder: string, name: string): string {
  const path = resolve(folder, name).replace(/\.js$/, '.ts');
  return existsSync(path) ? path : `${path}.ts`;
}
