/**
 * A list's rows are counted to here. Beyond, its total says how many there are at least: as many as were turned over, and one
 * more while another page follows. What a person sees is a page; counting what there ever was would cost more each year.
 */
export const COUNTED_EXACTLY_TO = 1_000;
