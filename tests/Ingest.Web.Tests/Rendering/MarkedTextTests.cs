using System.Collections.Immutable;
using Ingest.Core.Articles;
using Ingest.Pages.Reviews;

namespace Ingest.Web.Tests.Rendering;

public class MarkedTextTests
{
    [Theory]
    [InlineData("One. Two. Three.", "5-9:0", "One. |[Two.]0| Three.")]
    [InlineData("One. Two. Three.", "0-4:0", "[One.]0| Two. Three.")]
    [InlineData("One. Two. Three.", "0-16:0", "[One. Two. Three.]0")]
    [InlineData("One. Two. Three.", "0-4:0 5-9:1", "[One.]0| |[Two.]1| Three.")]
    [InlineData("One. Two. Three.", "0-9:0 5-16:1", "[One. ]|[Two.]0|[ Three.]1")]
    [InlineData("One. Two. Three.", "0-16:0 5-9:1", "[One. ]|[Two.]1|[ Three.]0")]
    [InlineData("One. Two. Three.", "5-9:1 5-9:0 5-9:1", "One. |[Two.]01| Three.")]
    [InlineData("One. Two. Three.", "0-4:0 4-9:0", "[One.]0|[ Two.]0| Three.")]
    [InlineData("One.\n\nTwo.", "0-10:0", "[One.]¶[Two.]0")]
    [InlineData("One.\n\nTwo.", "6-10:0", "One.¶[Two.]0")]
    [InlineData("One.\n\n\n\nTwo.", "8-12:0", "One.¶[Two.]0")]
    [InlineData("One.", "", "One.")]
    public void Sentences_are_marked_where_they_stand(string text, string marks, string expected)
    {
        var blocks = MarkedText.Of(new Article { Text = text }, Parse(marks));

        Assert.Equal(expected, string.Join('¶', blocks.Select(block => string.Join('|', block.Pieces.Select(Show)))));
    }

    [Theory]
    [InlineData("-1-2:0")]
    [InlineData("3-3:0")]
    [InlineData("4-2:0")]
    [InlineData("0-99:0")]
    [InlineData("1-4:0")] // cuts a pair of surrogates
    public void Offsets_that_do_not_fit_the_text_are_left_out(string mark)
    {
        var parts = mark.Split(':')[0];
        var cut = parts.LastIndexOf('-');
        var blocks = MarkedText.Of(
            new Article { Text = "😀 ok." },
            [new TextMark(int.Parse(parts[..cut], null), int.Parse(parts[(cut + 1)..], null), 0)]);

        Assert.Equal("😀 ok.", Assert.Single(Assert.Single(blocks).Pieces).Text);
        Assert.False(blocks[0].Pieces[0].IsMarked);
    }

    [Fact]
    public void A_marked_sentence_can_be_linked_to_by_its_offset()
    {
        var blocks = MarkedText.Of(new Article { Text = "One. Two. Three." }, Parse("0-9:0 5-16:1"));

        Assert.Equal([0, 5, null], blocks[0].Pieces.Select(piece => piece.SentenceStart));
    }

    [Fact]
    public void Italics_and_marks_may_cross()
    {
        var article = new Article { Text = "See Blue Gravel. Twice.", Spans = [new(SpanKind.Emphasis, 4, 15), new(SpanKind.Strong, 9, 22)] };

        var pieces = MarkedText.Of(article, Parse("0-16:0"))[0].Pieces;

        Assert.Equal(["See ", "Blue ", "Gravel", ".", " Twice", "."], pieces.Select(piece => piece.Text));
        Assert.Equal([false, true, true, false, false, false], pieces.Select(piece => piece.IsEmphasised));
        Assert.Equal([false, false, true, true, true, false], pieces.Select(piece => piece.IsStrong));
        Assert.Equal([true, true, true, true, false, false], pieces.Select(piece => piece.IsMarked));
    }

    [Fact]
    public void Every_mark_of_random_ones_covers_exactly_its_text()
    {
        var random = new Random(20160);
        for (var round = 0; round < 300; round++)
        {
            var text = new string([.. Enumerable.Range(0, 60).Select(_ => "ab .\n\n"[random.Next(6)])]);
            var marks = Enumerable.Range(0, random.Next(12))
                .Select(_ => (Start: random.Next(60), Length: random.Next(1, 20)))
                .Select(mark => new TextMark(mark.Start, Math.Min(60, mark.Start + mark.Length), random.Next(3)))
                .ToList();

            var blocks = MarkedText.Of(new Article { Text = text }, marks);

            // Walk the pieces along the text: each unit is marked exactly where a mark covers it.
            var position = 0;
            foreach (var piece in blocks.SelectMany(block => block.Pieces))
            {
                position = text.IndexOf(piece.Text, SkipGaps(text, position), StringComparison.Ordinal);
                for (var unit = position; unit < position + piece.Text.Length; unit++)
                {
                    Assert.Equal(marks.Exists(mark => mark.Start <= unit && unit < mark.End), piece.IsMarked);
                }

                position += piece.Text.Length;
            }

            Assert.Equal(
                text.Replace("\n\n", "", StringComparison.Ordinal),
                string.Concat(blocks.SelectMany(block => block.Pieces).Select(piece => piece.Text)));
        }
    }

    [Fact]
    public void Five_thousand_overlapping_sentences_of_a_long_text_take_no_time()
    {
        var text = new string('x', 2_000_000);
        var marks = Enumerable.Range(0, 5_000).Select(index => new TextMark(index, 2_000_000 - index, index % 50)).ToList();

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var blocks = MarkedText.Of(new Article { Text = text }, marks);

        Assert.Equal(9_999, blocks[0].Pieces.Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    private static int SkipGaps(string text, int position)
    {
        while (text.AsSpan(position).StartsWith("\n\n"))
        {
            position += 2;
        }

        return position;
    }

    private static ImmutableArray<TextMark> Parse(string marks) =>
    [
        .. marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark =>
        {
            var parts = mark.Split('-', ':');
            return new TextMark(int.Parse(parts[0], null), int.Parse(parts[1], null), int.Parse(parts[2], null));
        }),
    ];

    private static string Show(TextPiece piece) =>
        (piece.IsMarked ? "[" + piece.Text + "]" : piece.Text) + string.Concat(piece.FilmsEnding);
}
