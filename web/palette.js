// Colours for genres: the same on every picture of one set of genres.

const MOST = 14;
const OTHER = '#9a93a6';

/** The frequent genres have colours of their own, in the order of the alphabet round the rainbow; the others share one. */
export function genreColours(genres) {
  const counts = new Map();
  for (const genre of genres) if (genre) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const named = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST).map(([genre]) => genre).sort();
  const colours = new Map(named.map((genre, i) => [genre, colour(i, named.length)]));
  const others = genres.some((genre) => !colours.has(genre));
  return {
    of: (genre) => colours.get(genre) ?? OTHER,
    legend: [...colours, ...(others ? [['others', OTHER]] : [])],
  };
}

/** One of several colours that are told apart easily. */
export function colour(index, count) {
  return `hsl(${Math.round(index * 360 / Math.max(1, count)) + 12} 68% ${index % 2 ? 46 : 58}%)`;
}
