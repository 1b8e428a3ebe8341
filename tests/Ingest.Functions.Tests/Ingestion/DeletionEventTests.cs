using System.Text.Json;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Ingestion;

public sealed class DeletionEventTests
{
    private const string Type = "Microsoft.Storage.BlobDeleted";
    private const string Prefix = "/blobServices/default/containers/reviews/blobs/";
    private const string Account = "https://films.blob.core.windows.net/reviews/";

    public static TheoryData<string, string, string[]> Named() => new()
    {
        { "ember.html", "ember.html", ["ember.html"] },
        { "a/b c.html", "a/b%20c.html", ["a/b c.html"] },
        { "100%.html", "100%25.html", ["100%.html"] },
        { "a%2Fb", "a%252Fb", ["a%2Fb"] },
        { "a?b#c.html", "a%3Fb%23c.html", ["a?b#c.html"] },
        { "\u00e9 \u6620.html", "%C3%A9%20%E6%98%A0.html", ["\u00e9 \u6620.html"] },
        { "\u202egnp.html", "%E2%80%AEgnp.html", ["\u202egnp.html"] },

        // The subject has lost what the address has.
        { "\ufffd\ufffd.html", "%F0%9F%98%80.html", ["\ufffd\ufffd.html", "\U0001F600.html"] },

        // Of names that storage cannot be asked for none is left.
        { "../films/x", "x", ["x"] },
        { "blobs/", "a%5Cb", [] },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void The_file_is_known_by_subject_and_address_in_either_schema(string subject, string address, string[] expected)
    {
        var eventGrid = JsonSerializer.Serialize(new
        {
            id = "1",
            topic = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/films",
            subject = Prefix + subject,
            eventType = Type,
            eventTime = "2026-01-01T00:00:00Z",
            data = new { api = "DeleteBlob", contentType = "text/html", blobType = "BlockBlob", url = Account + address },
            dataVersion = "",
            metadataVersion = "1",
        });
        var cloudEvent = JsonSerializer.Serialize(new
        {
            specversion = "1.0",
            id = "1",
            source = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/films",
            subject = Prefix + subject,
            type = Type,
            data = new { api = "DeleteBlob", url = Account + address },
        });

        foreach (var json in new[] { eventGrid, cloudEvent })
        {
            var deletion = DeletionEvent.Parse(json);

            Assert.Equal(expected, deletion.Names.Select(name => name.Value));
            Assert.Equal(expected.Length == 0 ? "unusableName" : null, deletion.Flaw);
        }
    }

    [Theory]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\"}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":[]}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"https://films.blob.core.windows.net/reviews/a?sv=1&se=x\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"https://films.blob.core.windows.net/reviews/a?x&x=1\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":7}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"nowhere\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"file:///reviews/b\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"https://films.blob.core.windows.net/other/b\"}}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\",\"data\":{\"url\":\"https:///\"}}")]
    public void Without_an_address_of_the_container_the_subject_is_enough(string json) =>
        Assert.Equal("a", Assert.Single(DeletionEvent.Parse(json).Names).Value);

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("deleted: a.html", "unreadable")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"\\ud800\"}", "unreadable")]
    [InlineData("null", "otherType")]
    [InlineData("[]", "otherType")]
    [InlineData("{}", "otherType")]
    [InlineData("{\"eventType\":true}", "otherType")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\"}", "otherType")]
    [InlineData("{\"type\":\"Microsoft.Storage.DirectoryDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/a\"}", "otherType")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobDeleted\"}", "otherSubject")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/articles/blobs/a\"}", "otherSubject")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews2/blobs/a\"}", "otherSubject")]
    [InlineData("{\"type\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/reviews/blobs/\"}", "unusableName")]
    public void What_is_no_deletion_of_a_review_says_why(string json, string flaw)
    {
        var deletion = DeletionEvent.Parse(json);

        Assert.Empty(deletion.Names);
        Assert.Equal(flaw, deletion.Flaw);
    }
}
