import { describe, expect, it } from '@jest/globals';
import { kindsOf, kindsWhere } from '../kinds/kinds.js';
import { ORDER_FILE_KINDS, PERFORMERS } from './order-kinds.js';

describe('what is kept with an order', () => {
  it('shows the school’s rooms by the photo of the place alone', () => {
    expect(kindsOf(ORDER_FILE_KINDS)).toEqual(['place-photo', 'report-photo', 'signature']);
    expect(kindsWhere(ORDER_FILE_KINDS, ({ ofPlace }) => ofPlace)).toEqual(['place-photo']);
  });
});

describe('who carries an order out', () => {
  it('is the metropole or the holder of a contract', () => {
    expect(kindsOf(PERFORMERS)).toEqual(['metropole', 'contract']);
  });
});
