import { Day, Id, List, Text } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What a school has on loan: a case or one device, and what lies in it. */
export class LoanBorrowedDevice {
  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 30, description: 'The name of a picture' })
  picture!: string;
}

/** What the school has on loan, by the label that was scanned: reported from there. */
export class LoanBorrowedOne extends LoanBorrowedDevice {
  @Id()
  loanId!: string;

  @Text({ max: 200, description: 'The kit, else the model' })
  kitName!: string;

  @Day()
  toDay!: string;
}

export class LoanBorrowed {
  @Id()
  loanId!: string;

  @Text({ max: 200, description: 'The kit, else the model' })
  kitName!: string;

  @Day()
  toDay!: string;

  @List(() => LoanBorrowedDevice, {
    most: LIMITS.devicesPerReport + 1,
    description: 'What is lent first, then what lies in it',
  })
  devices!: LoanBorrowedDevice[];
}

export class LoansBorrowed {
  @List(() => LoanBorrowed, { most: LIMITS.loans.dueShown, description: 'What goes back first comes first' })
  items!: LoanBorrowed[];
}
