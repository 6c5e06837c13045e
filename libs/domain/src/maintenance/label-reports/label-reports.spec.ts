import { describe, expect, it } from '@jest/globals';
import {
  judgeLabelReportMove,
  LABEL_REPORT_ACTIONS,
  LABEL_REPORT_STATE_NAMES,
  LABEL_REPORTS_WAITING,
} from './label-report-lifecycle.js';

describe('a report from a label', () => {
  it('is decided by the head, and forgotten by nobody but the system', () => {
    expect(judgeLabelReportMove('school-head', 'confirm', 'to-confirm').move?.next).toBe('confirmed');
    expect(judgeLabelReportMove('school-head', 'discard', 'to-confirm', 'mistake').move?.next).toBe('discarded');
    expect(judgeLabelReportMove('system', 'forget', 'to-confirm').move?.next).toBe('forgotten');
    for (const role of ['teacher', 'technician', 'plan-manager'] as const)
      expect(judgeLabelReportMove(role, 'confirm', 'to-confirm').refused).toEqual({ code: 'role.may-not' });
    expect(judgeLabelReportMove('school-head', 'forget', 'to-confirm').refused).toEqual({ code: 'role.may-not' });
  });

  it('is discarded for a reason', () =>
    expect(judgeLabelReportMove('school-head', 'discard', 'to-confirm').refused?.code).toBe(
      'label-report.reason-missing',
    ));

  it('is decided once', () => {
    expect(LABEL_REPORTS_WAITING).toEqual(['to-confirm']);
    for (const state of LABEL_REPORT_STATE_NAMES.filter((name) => !LABEL_REPORTS_WAITING.includes(name)))
      for (const action of LABEL_REPORT_ACTIONS)
        expect(
          judgeLabelReportMove(action === 'forget' ? 'system' : 'school-head', action, state, 'x').refused?.code,
        ).toBe('label-report.state');
  });
});
