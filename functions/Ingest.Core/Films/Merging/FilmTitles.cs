namespace Ingest.Core.Films.Merging;

/// <summary>The titles of a film: those that its reviews call it by, and those that they say it has besides.</summary>
internal sealed class FilmTitles
{
    // Each with the writings of its longest title: all others are that title or a start of it.
    private readonly List<List<TitleForm>> families = [];
    // Writings of one title divide it in several ways: "Ember The Long Way" goes on from nothing, "Ember: The Long Way" from "Ember".
    private readonly HashSet<(string Whole, string Main, int Starts)> forms = [];
    private readonly HashSet<(string, string)> written = [];
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>The titles that reviews call the film by, as wholes.</summary>
    public IReadOnlySet<string> Own => own;

    /// <summary>The longest of the titles that go on from one another; one of each such family.</summary>
    public IEnumerable<TitleForm> Longest => families.Select(family => family[0]);

    /// <summary>Whether one of them is this one with another number.</summary>
    public bool HaveOtherNumberThan(TitleForm form) => families.Exists(family => family.Exists(title => NumberedTitles.Differ(title, form)));

    /// <summary>Whether one of them is one of the others with another number.</summary>
    public bool HaveOtherNumberThan(FilmTitles other) => families.Exists(family => family.Exists(other.HaveOtherNumberThan));

    /// <summary>Adds what evidence placed with the film calls it.</summary>
    public void Add(FilmFacts facts)
    {
        foreach (var other in facts.Others)
        {
            others.Add(other.Whole);
        }

        own.Add(facts.Form.Whole);
        written.Add((facts.Form.Whole, facts.Form.Article));
        if (forms.Add((facts.Form.Whole, facts.Form.Main, facts.Form.Starts.Length)))
        {
            AddForm(facts.Form);
        }
    }

    /// <summary>How a title stands to those that reviews call the film by.</summary>
    public TitleRelation RelationTo(TitleForm form)
    {
        if (written.Contains((form.Whole, form.Article)))
        {
            return TitleRelation.Same;
        }

        var best = TitleRelation.Different;
        foreach (var family in families)
        {
            foreach (var title in family)
            {
                var relation = title.To(form);
                best = relation > best ? relation : best;
            }
        }

        return best;
    }

    /// <summary>Whether reviews call the film so or say that it is also called so.</summary>
    public bool Know(TitleForm form) => own.Contains(form.Whole) || others.Contains(form.Whole);

    /// <summary>Whether reviews say that the film is also called so.</summary>
    public bool HaveOther(TitleForm form) => others.Contains(form.Whole);

    private void AddForm(TitleForm form)
    {
        foreach (var family in families)
        {
            if (family[0].Whole == form.Whole)
            {
                family.Add(form);
                return;
            }

            if (family.Exists(title => title.To(form) != TitleRelation.Different))
            {
                if (form.Whole.Length > family[0].Whole.Length)
                {
                    family.Clear();
                    family.Add(form);
                }

                return;
            }
        }

        families.Add([form]);
    }
}
