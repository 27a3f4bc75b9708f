// What was measured: a table of all evaluations, and one of them with its pictures.

import * as api from '../api.js';
import { announce, el } from '../dom.js';
import { toEvaluation } from '../router.js';
import { count } from '../words.js';
import { genreTaggram, learning } from './course.js';
import { confusion, curves, reliability } from './figures.js';
import { empty, fillFrom, loading } from './states.js';

/** All evaluations, newest first. */
export function evaluationList(signal) {
  const body = el('div');
  fillFrom(body, loading('rows', 6), signal, () => api.evaluations({ limit: 100 }, signal), ({ evaluations }) => {
    announce(count(evaluations.length, 'evaluation'));
    return evaluations.length === 0
      ? empty('Nothing measured yet', 'Measure with ', el('code', {}, './tasteprint evaluate genre --folds 10'), '.')
      : table(['What', 'When', 'Measure', '', '95 % interval', 'n', 'Split', 'Seed'], evaluations.map((one) => [
        el('a', { href: toEvaluation(one.evaluation_id) }, one.kind), when(one.time), one.measure,
        one.value === null ? '' : three(one.value), interval(one.ci95), one.n ?? '', one.split, one.seed ?? '']));
  });
  return el('section', { class: 'page' },
    el('h1', { tabindex: -1 }, 'Evaluations'),
    el('p', { class: 'lead' }, 'How well it does on music that the training has not seen.'), body);
}

/** One evaluation. */
export function evaluationPage(id, signal) {
  const body = el('div');
  fillFrom(body, loading('rows', 8), signal, () => api.evaluation(id, signal), ({ kind, time, settings, report }) => {
    document.title = `${kind} · Tasteprint`;
    return [
      el('h1', { tabindex: -1 }, `Evaluation of ${kind}`),
      el('p', { class: 'lead' }, [when(time), report.split, report.seed !== undefined && `seed ${report.seed}`].filter(Boolean).join(' · ')),
      ...(report.confusion ? genre(report) : taste(report)),
      el('details', {}, el('summary', {}, 'How the models were made'),
        table(['', ''], Object.entries(settings).sort().map(([name, value]) => [name.replaceAll('_', ' '), value]))),
    ];
  });
  return el('section', { class: 'page' }, el('a', { class: 'quiet back', href: '#/evaluations' }, '← All evaluations'), body);
}

function genre(report) {
  const figures = [
    ['accuracy', report.accuracy, report.ci95, report.n],
    ['macro F1', report.macro_f1], ['ROC-AUC', report.roc_auc], ['PR-AUC', report.pr_auc],
    ['log loss (nats)', report.log_loss], ['Brier score', report.brier],
    ['accuracy of segments', report.per_segment?.accuracy, null, report.per_segment?.n],
    ...(report.decisions ?? []).map((decided) => [`accuracy by ${decided.decision}`, decided.accuracy, decided.ci95, report.n]),
  ].filter(([, value]) => value !== undefined && value !== null);
  const { curves: drawn } = report;
  return [
    table(['Measure', '', '95 % interval', 'n'], figures.map(([name, value, ci, n]) => [name, three(value), interval(ci), n ?? ''])),
    el('div', { class: 'figures' },
      confusion(report.labels, report.confusion),
      drawn && curves('ROC', 'False positive rate', 'True positive rate', drawn.roc, drawn.roc_macro),
      drawn && curves('Precision and recall', 'Recall', 'Precision', drawn.precision_recall, drawn.precision_recall_macro),
      drawn && reliability(drawn.reliability),
      report.learning?.length && learning(report.learning),
      (report.taggrams ?? []).map(genreTaggram)),
  ];
}

const PARTS = [
  ['explicit', 'Liked above disliked, on unheard artists', 'pairwise_accuracy', (part) => `Pairwise accuracy · ${count(part.pairs, 'pair')}`],
  ['cold_artists', 'Played above not played, on unheard artists', 'auc', (part) => `AUC · ${count(part.artists, 'artist')}`],
];

function taste(report) {
  const parts = PARTS.filter(([name]) => report[name]).map(([name, title, value, of]) => [
    el('h2', {}, title),
    el('p', { class: 'quiet' }, `${of(report[name])} · ${count(report[name].users, 'listener')}`),
    table(['System', '', '95 % interval'], [
      ['tasteprint', three(report[name][value]), interval(report[name].ci95)],
      ...Object.entries(report.baselines?.[name] ?? {}).map(([system, figure]) =>
        [system.replaceAll('_', ' '), three(figure), interval(report.baselines.ci95?.[`${name}.${system}`])])])]);
  const implicit = report.implicit;
  if (!implicit) return parts.flat();
  const measures = ['recall@10', 'recall@50', 'ndcg@10', 'ndcg@50'];
  return [...parts.flat(),
    el('h2', {}, `Held-out ${implicit.ranked ?? 'items'} found again among ${implicit.items}`),
    el('p', { class: 'quiet' }, `${implicit.parting} · ${count(implicit.users, 'listener')}`),
    table(['System', ...measures], [
      ['tasteprint', ...measures.map((name) => three(implicit[name]))],
      ...Object.entries(report.baselines?.implicit ?? {}).map(([system, figures]) =>
        [system.replaceAll('_', ' '), ...measures.map((name) => three(figures[name]))])])];
}

function table(heads, rows) {
  return el('div', { class: 'table' }, el('table', {},
    heads.some(Boolean) && el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell instanceof Node ? cell : String(cell ?? ''))))))));
}

const three = (value) => (typeof value === 'number' ? value.toFixed(3) : '');
const interval = (ends) => (ends?.length === 2 ? `${three(ends[0])} … ${three(ends[1])}` : '');
const when = (time) => (time ? new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }) : '');
