import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BudgetBar, Notice } from '@parc/ui';
import { SchoolReading } from '../../home/school/school-reading';
import { may } from '../../shell/may';

/** On a school's first page: where its budget of the year is, or that it is not open yet. */
@Component({
  selector: 'parc-school-budget-card',
  imports: [BudgetBar, Notice, RouterLink],
  templateUrl: './school-budget-card.html',
  styleUrl: './school-budget-card.css',
})
export class SchoolBudgetCard {
  protected readonly read = inject(SchoolReading);
  protected readonly readsStatement = may('budgets.statement');
}
