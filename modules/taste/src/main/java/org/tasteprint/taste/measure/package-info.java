/**
 * Figures of one ranking: the share of pairs in the right order, recall and NDCG of the best items. Plain functions of scores,
 * which training uses to choose by and evaluation to judge by.
 */
package org.tasteprint.taste.measure;
