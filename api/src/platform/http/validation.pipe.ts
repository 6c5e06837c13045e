import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { LIMITS } from '../limits.js';
import { Refused, type FieldProblem } from './refused.js';

/** Unknown fields are refused, so that nobody assigns what the form does not offer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Refused('request.invalid', { fields: firstProblems(errors) }),
  });
}

/**
 * class-validator looks through every class of the application for each object it judges, a tenth of a small write's time.
 * What it finds of a class never changes once that class is used, so it is asked once.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<NewableFunction, Map<string, ReturnType<typeof find>>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups?.length) return find(target, schema, always, strictGroups, groups);
    const ofTarget = known.get(target) ?? new Map<string, ReturnType<typeof find>>();
    known.set(target, ofTarget);
    const way = JSON.stringify([schema, always, strictGroups]);
    const rules = ofTarget.get(way) ?? find(target, schema, always, strictGroups, groups);
    ofTarget.set(way, rules);
    return rules;
  };
}

rememberRules();

/** No more than a person corrects at once, whatever was sent. */
function firstProblems(errors: readonly ValidationError[]): FieldProblem[] {
  const first: FieldProblem[] = [];
  for (const problem of problemsOf(errors)) {
    if (first.length >= LIMITS.fieldProblems) break;
    first.push(problem);
  }
  return first;
}

function* problemsOf(errors: readonly ValidationError[], path = ''): Generator<FieldProblem> {
  for (const { property, constraints = {}, children = [] } of errors) {
    const name = path ? `${path}.${property}` : property;
    for (const [code, message] of Object.entries(constraints))
      yield { name, code, message: code === 'whitelistValidation' ? 'Cette réponse n’est pas attendue ici.' : message };
    yield* problemsOf(children, name);
  }
}
