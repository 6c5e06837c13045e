import { HttpErrorResponse } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { asProblem, Problem } from './problem';

const refused = (status: number, error: unknown) => asProblem(new HttpErrorResponse({ status, error }));

describe('a refusal of the API', () => {
  it('becomes a sentence, the fields it is about and the money that is missing', () => {
    const fields = [{ name: 'lines.0.quantity', code: 'max', message: 'Au plus 20.' }];
    const problem = refused(422, {
      status: 422,
      code: 'budget.not-enough',
      title: 'Il manque 62,00 €.',
      fields,
      missingCents: 6_200,
    });
    expect(problem).toMatchObject({ status: 422, code: 'budget.not-enough', sentence: 'Il manque 62,00 €.', fields });
    expect(problem.missingCents).toBe(6_200);
    expect(problem.passing).toBe(false);
  });

  it('prefers the detail, which says more than the title', () => {
    expect(refused(409, { code: 'order.state', title: 'Impossible', detail: 'Déjà envoyée.' }).sentence).toBe(
      'Déjà envoyée.',
    );
  });

  it('is read too where a file was asked for and text came', () => {
    expect(refused(404, '{"code":"object.not-found","title":"Ceci n’existe pas."}').code).toBe('object.not-found');
  });

  it.each([['<html>502</html>'], [null], [{ code: 1 }]])('is said in general words when its body is %p', (body) => {
    expect(refused(502, body)).toMatchObject({ code: 'unexpected', status: 502, passing: true });
  });

  it('says that the network is away, and that trying again may help', () => {
    expect(refused(0, new ProgressEvent('error'))).toMatchObject({ code: 'network', passing: true });
  });

  it('stays itself when it was one already', () => {
    const problem = new Problem(409, 'order.state', 'Déjà envoyée.');
    expect(asProblem(problem)).toBe(problem);
  });
});
