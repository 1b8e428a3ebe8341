using Ingest.Core.Articles;

namespace Ingest.Core.Tests.Articles;

public class NameLineTests
{
    [Theory]
    [InlineData("By Odile Marchbanks", "Odile Marchbanks")]
    [InlineData("By Odile Marchbanks, 19 April 2021", "Odile Marchbanks")]
    [InlineData("By Odile Marchbanks, April 19, 2021", "Odile Marchbanks")]
    [InlineData("By Odile Marchbanks on Friday, April 19, 2021", "Odile Marchbanks")]
    [InlineData("By Odile May 12 June 2021", "Odile May")]
    [InlineData("April 19, 2021 | by Odile Marchbanks", "Odile Marchbanks")]
    [InlineData("Posted on May 2, 2023 by Odile Marchbanks", "Odile Marchbanks")]
    [InlineData("Posted by: Odile Marchbanks · 4 min read", "Odile Marchbanks")]
    [InlineData("Words: Odile Marchbanks 4 min read", "Odile Marchbanks")]
    [InlineData("By\nOdile Marchbanks", "Odile Marchbanks")]
    [InlineData("by orchardist", "orchardist")]
    [InlineData("글 윤다래", "윤다래")]
    [InlineData("윤다래 기자", "윤다래")]
    [InlineData("文＝山川 灯", "山川 灯")]
    [InlineData("By Odile Marchbanks, Chief Film Critic", "Odile Marchbanks")]
    [InlineData("Por Odile Marchbanks, em Lisboa", "Odile Marchbanks")]
    [InlineData("By Odile Marchbanks (with agencies)", "Odile Marchbanks")]
    [InlineData("di Odile Marchbanks", "Odile Marchbanks")]
    [InlineData("by ann_poe » 4 Feb 2017", "ann_poe")]
    public void The_name_after_by_is_read_up_to_the_day(string line, string name) => Assert.Equal(name, NameLine.Of(line, said: false));

    [Theory]
    [InlineData("Odile Marchbanks 7 Jul 2021", "Odile Marchbanks")]
    [InlineData("Odile Marchbanks", "Odile Marchbanks")]
    public void A_line_that_the_markup_calls_the_author_s_needs_no_by(string line, string name)
    {
        Assert.Equal(name, NameLine.Of(line, said: true));
        Assert.Null(NameLine.Of(line, said: false));
    }

    [Theory]
    [InlineData("Di Golding", "Di Golding")]
    [InlineData("Oleh Ivanov", "Oleh Ivanov")]
    [InlineData("By Odile Marchbanks", "Odile Marchbanks")]
    [InlineData("Written by Odile", "Odile")]
    [InlineData("di Odile Marchbanks", "Odile Marchbanks")]
    public void A_first_name_that_is_a_word_for_by_elsewhere_is_kept(string said, string name) => Assert.Equal(name, NameLine.WithoutByWord(said));

    [Theory]
    [InlineData("Dec. 19, 2021")]
    [InlineData("4 min read")]
    [InlineData("Words fail the three brothers on the pier.")]
    [InlineData("By the time the tide returns, nobody is left to be surprised.")]
    [InlineData("Odile watches every film twice. She has written for us since it all began.")]
    public void A_line_without_a_name_names_nobody(string line) => Assert.Null(NameLine.Of(line, said: true));
}
