export { BudgetBar } from './budget-bar/budget-bar.js';
export {
  availableCents,
  type BudgetFigures,
  type BudgetHighlight,
  type BudgetPartKind,
} from './budget-bar/budget-figures.js';
export { type Bar, Bars } from './charts/bars.js';
export { ChartCard } from './charts/chart-card.js';
export { type CsvCell, csvOf, saveFile } from './charts/csv.js';
export { Curve } from './charts/curve.js';
export type { CurveEvent, CurvePoint, CurveTarget } from './charts/curve-given.js';
export { type DotGroup, Dots, dotsBeyond, dotsEnd } from './charts/dots.js';
export { Choice, type ChoiceOption } from './choice/choice.js';
export { ConfirmDialog } from './confirm-dialog/confirm-dialog.js';
export { BulkBar } from './data-table/bulk-bar.js';
export { Cell, type RowShortcut, type TableColumn, type TableSort } from './data-table/columns.js';
export { DataTable } from './data-table/data-table.js';
export { type FilterChange, type FilterChip, FilterChips } from './data-table/filter-chips.js';
export { Pager } from './data-table/pager.js';
export { type SavedView, ViewTabs } from './data-table/view-tabs.js';
export { ErrorSummary, type FieldError } from './field/error-summary.js';
export { Control, Field } from './field/field.js';
export { Icon } from './icon/icon.js';
export type { IconName } from './icon/icon-drawings.js';
export { Notice } from './notice/notice.js';
export { Path, type PathStep } from './path/path.js';
export { QuestionCard } from './question-card/question-card.js';
export { type PickerOption, SearchPicker } from './search-picker/search-picker.js';
export { SignaturePad, type Stroke } from './signature-pad/signature-pad.js';
export { type ChipWords, StateChip } from './state-chip/state-chip.js';
export { type PanelKind, type SkeletonShape, StatePanel } from './state-panel/state-panel.js';
export { Stepper } from './stepper/stepper.js';
export { Thread, type ThreadEntry } from './thread/thread.js';
export { type ToastAction, ToastRegion, Toasts } from './toasts/toasts.js';
export { datedDay, day, dayAndTime, dayOfYear, longDay, type Moment, shortDay, time } from './words/dates.js';
export { duration, remaining } from './words/durations.js';
export { amount, money, parseMoney, shortMoney, signedMoney } from './words/money.js';
export { CountedPipe, DayPipe, DurationPipe, MoneyPipe, TimePipe } from './words/pipes.js';
export {
  counted,
  countedRows,
  french,
  NARROW_SPACE,
  NO_BREAK_SPACE,
  ofRows,
  rowsWords,
  wholeNumber,
} from './words/typography.js';
