export * from './answer-text.js';
export * from './automatic-mail.js';
export * from './html-text.js';
export * from './mail-refusal-kinds.js';
