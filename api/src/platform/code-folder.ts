import { basename, dirname, extname } from 'node:path';

const here = import.meta.dirname;

/**
 * `api/src`, or what is built of it: what lies beside the code (migrations, fonts, templates, programs) is found from here. Built,
 * the API is one file at this very place (`api/project.json`); in tests it is many, and this is one of them.
 */
export const CODE_FOLDER = basename(here) === 'platform' ? dirname(here) : here;

/** How the name of a program of the house ends: `.ts` in tests, `.js` built. */
export const CODE_ENDING = extname(import.meta.filename);
