package org.tasteprint.cli.app;

import java.util.function.Function;

/**
 * A function that remembers its last answer, for questions that come several times in a row and cost much.
 *
 * @param <Q> the question
 * @param <A> the answer
 */
final class LastAnswer<Q, A> implements Function<Q, A> {
    private final Function<Q, A> function;
    private Q question;
    private A answer;

    LastAnswer(Function<Q, A> function) {
        this.function = function;
    }

    @Override
    public synchronized A apply(Q asked) {
        if (!asked.equals(question)) {
            answer = function.apply(asked);
            question = asked;
        }
        return answer;
    }
}
