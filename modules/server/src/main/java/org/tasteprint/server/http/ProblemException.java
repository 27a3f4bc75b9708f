package org.tasteprint.server.http;

/** Ends a request with a given problem document. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    /** Ends the request that is being handled with {@code problem}. */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What to tell. */
    public Problem problem() {
        return problem;
    }
}
