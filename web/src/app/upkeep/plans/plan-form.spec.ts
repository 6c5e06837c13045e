import { describe, expect, it } from '@jest/globals';
import { fieldsOf, initialValues } from '../../shell/forms/fields';
import { newPlanForm, planRequest, pointsOf } from './plan-form';

const offers = { technicians: [], communes: [{ id: 'c', name: 'Firminy' }] };
const names = (answered = {}) => fieldsOf(newPlanForm(answered, offers)).map(({ name }) => name);
const none = { modelId: null, schoolId: null };

describe('the form of a plan', () => {
  it('asks of each rule its own words alone', () => {
    expect(names()).toContain('weekday');
    expect(names({ rule: 'in-service' })).toContain('everyMonths');
    expect(names({ rule: 'yearly' })).toEqual(expect.arrayContaining(['dayOfMonth', 'month']));
    expect(names({ rule: 'once' })).toContain('onDay');
    expect(names({ rule: 'once' })).not.toContain('weekday');
    expect(names({ by: 'model' })).not.toContain('family');
    expect(names({ reach: 'commune' })).toContain('communeId');
  });

  it('sends what was answered, and nothing of a question that is asked no more', () => {
    const values = {
      ...initialValues(newPlanForm({}, offers)),
      name: ' Projecteurs ',
      points: 'Filtre\n\n Câbles ',
      family: 'projector',
    };
    expect(planRequest(values, none)).toEqual({
      ...{ name: 'Projecteurs', points: ['Filtre', 'Câbles'], technicianId: null, family: 'projector' },
      ...{ rule: 'term', weekday: 'mon' },
    });
    const campaign = { ...values, by: 'model', reach: 'school', rule: 'once', onDay: '2026-12-18' };
    expect(planRequest(campaign, { modelId: 'm', schoolId: 's' })).toEqual({
      ...{ name: 'Projecteurs', points: ['Filtre', 'Câbles'], technicianId: null, modelId: 'm', schoolId: 's' },
      ...{ rule: 'once', onDay: '2026-12-18' },
    });
  });

  it('takes a line for a point, and an empty one for none', () => {
    expect(pointsOf(' \nÉcran\n  Câbles  \n')).toEqual(['Écran', 'Câbles']);
  });
});
