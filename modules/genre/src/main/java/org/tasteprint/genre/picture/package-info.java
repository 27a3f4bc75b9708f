/**
 * What is known of a classifier, drawn: {@link org.tasteprint.genre.picture.ReportPictures} writes the pictures of a report.
 */
package org.tasteprint.genre.picture;
