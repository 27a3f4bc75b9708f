/**
 * Several systems that decide together: {@link org.tasteprint.genre.ensemble.VotingEnsemble} lets them vote,
 * {@link org.tasteprint.genre.ensemble.Stacking} learns whom to believe.
 */
package org.tasteprint.genre.ensemble;
