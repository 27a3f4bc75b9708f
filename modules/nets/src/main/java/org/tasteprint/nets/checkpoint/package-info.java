/** Trainings that go on after they were interrupted: what has to be kept after an epoch, for every kind of training alike. */
package org.tasteprint.nets.checkpoint;
