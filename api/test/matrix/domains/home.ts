import { type DomainRows } from '../domain-rows.js';

export const home: DomainRows = {
  shown: {
    'HomeController.school': 'order',
  },
};
