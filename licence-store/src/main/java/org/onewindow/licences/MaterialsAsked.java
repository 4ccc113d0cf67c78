package org.onewindow.licences;

import org.jspecify.annotations.Nullable;

/**
 * What applicants of a matter had to bring and to type, and what they did not (要件复用, 零重复填报), of cases that came in on some days.
 *
 * @param requirements materials that the matter asked for, of each person: {@link Satisfied} and {@code wanted}
 * @param wanted were told to the applicant and are not there yet
 * @param askedLater were asked for by a department when the case was with it
 * @param asked all that had to be handed in or said: uploads, wanted, and asked later
 * @param reused satisfied by what the city had, or by a word
 * @param reusedPercent of {@code asked} and {@code reused}, in whole per cent
 * @param zeroRetypingPercent of all that was required and filled in, what nobody had to bring or to type, in whole per cent; null: nothing was
 * @param overrides second notices of the same round that a supervisor had told
 */
public record MaterialsAsked(
        String matter,
        long cases,
        long requirements,
        Satisfied satisfied,
        long wanted,
        long askedLater,
        Fields fields,
        long asked,
        long reused,
        int reusedPercent,
        @Nullable Integer zeroRetypingPercent,
        long overrides) {

    /**
     * By what requirements were satisfied.
     *
     * @param data the department that knows said so
     * @param licence any other licence
     * @param otherCase a licence that another case of the hub issued
     * @param stored handed in for a case before, and said to be unchanged
     * @param commitment the applicant's word
     * @param upload handed in with this case
     */
    public record Satisfied(long data, long licence, long otherCase, long stored, long commitment, long upload) {

        long withoutUpload() {
            return data + licence + otherCase + stored + commitment;
        }
    }

    /**
     * Of the forms.
     *
     * @param filled texts, numbers and ticks in them
     * @param offered were filled in by the hub before
     * @param unchanged of these came as they were offered
     */
    public record Fields(long filled, long offered, long unchanged) {}

    static MaterialsAsked of(
            String matter,
            long cases,
            Satisfied satisfied,
            long wanted,
            long askedLater,
            Fields fields,
            long overrides) {
        long requirements = satisfied.withoutUpload() + satisfied.upload() + wanted;
        long reused = satisfied.withoutUpload();
        long asked = satisfied.upload() + wanted + askedLater;
        long all = requirements + askedLater + fields.filled();
        return new MaterialsAsked(
                matter,
                cases,
                requirements,
                satisfied,
                wanted,
                askedLater,
                fields,
                asked,
                reused,
                percent(reused, Math.max(1, asked + reused)),
                all == 0 ? null : percent(reused + fields.unchanged(), all),
                overrides);
    }

    /** Rounded down: 100 is said only where it is so. */
    private static int percent(long part, long whole) {
        return (int) (100 * part / whole);
    }
}
