using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Tests.Facts;

public class SentenceSplittingTests
{
    [Theory]
    [InlineData("It is slow. It is lovely.", "It is slow.|It is lovely.")]
    [InlineData("Mr. Venn met Dr. Brandt at 9.30. They left.", "Mr. Venn met Dr. Brandt at 9.30.|They left.")]
    [InlineData("J. P. Orlow plays No. 7. He is good.", "J. P. Orlow plays No. 7.|He is good.")]
    [InlineData("It made $2.6 million in the U.S. and Canada.", "It made $2.6 million in the U.S. and Canada.")]
    [InlineData("It opened in the U.S. The reviews were kind.", "It opened in the U.S.|The reviews were kind.")]
    [InlineData("It stars Robert Falk Jr. The rest is filler.", "It stars Robert Falk Jr.|The rest is filler.")]
    [InlineData("\"It is dead.\" She laughed.", "\"It is dead.\"|She laughed.")]
    [InlineData("What is it? Nobody knows! Nobody asks.", "What is it?|Nobody knows!|Nobody asks.")]
    [InlineData("Go! (2016) is a film. So is Stop!", "Go! (2016) is a film.|So is Stop!")]
    [InlineData("She (who is tired. Very tired.) leaves. He stays.", "She (who is tired. Very tired.) leaves.|He stays.")]
    [InlineData("A heading\n\nA paragraph", "A heading|A paragraph")]
    [InlineData("Wait... what? No.", "Wait... what?|No.")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string sentences)
    {
        var prose = new ProseText(text);

        Assert.Equal(sentences.Split('|'), prose.Sentences.Select(s => text[s.Start..s.End]));
    }

    [Fact]
    public void A_title_with_an_inner_stop_is_whole_where_the_headline_has_it()
    {
        var prose = new ProseText("Go! The Story is a film.", "Go! The Story review");

        Assert.Single(prose.Sentences);
    }

    [Fact]
    public void A_text_without_any_stop_is_cut_into_quotable_sentences()
    {
        var prose = new ProseText(string.Concat(Enumerable.Repeat("and so on ", 2_000)));

        Assert.All(prose.Sentences, s => Assert.InRange(s.End - s.Start, 1, 1_600));
    }
}
